# People.
person-unknown = There is no such person for this post.
person-unknown-todo = kotopolku person list shows the people that the post may see.
