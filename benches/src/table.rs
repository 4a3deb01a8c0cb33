//! The table that is printed and kept.

/// One line.
pub struct Figure {
    /// The goal's number and words.
    pub goal: String,
    /// What was measured.
    pub measured: String,
    /// What it is compared with, measured in the same run.
    pub control: String,
    /// Measured over control (or over the goal's figure).
    pub ratio: String,
    /// What was wished for.
    pub wished: String,
    /// Whether it was reached; none where there was nothing to reach.
    pub reached: Option<bool>,
}

/// All lines.
#[derive(Default)]
pub struct Table(pub Vec<Figure>);

impl Table {
    /// Adds a line that is good when `value / control` is at most `most`.
    pub fn ratio(&mut self, goal: &str, measured: String, control: String, value: f64, of: f64, most: f64) {
        let ratio = value / of;
        self.add(goal, measured, control, format!("{ratio:.2}"), format!("≤ {most}"), Some(ratio <= most));
    }

    /// Adds a line.
    pub fn add(
        &mut self,
        goal: &str,
        measured: String,
        control: String,
        ratio: String,
        wished: String,
        reached: Option<bool>,
    ) {
        let figure = Figure { goal: goal.to_owned(), measured, control, ratio, wished, reached };
        println!("{}", line(&figure));
        self.0.push(figure);
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        let head = "| what | measured | control, same run | ratio | wished | reached |\n|---|---|---|---|---|---|\n";
        head.to_owned() + &self.0.iter().map(|figure| line(figure) + "\n").collect::<String>()
    }
}

fn line(figure: &Figure) -> String {
    let reached = match figure.reached {
        Some(true) => "yes",
        Some(false) => "**no**",
        None => "",
    };
    format!(
        "| {} | {} | {} | {} | {} | {reached} |",
        figure.goal, figure.measured, figure.control, figure.ratio, figure.wished
    )
}
