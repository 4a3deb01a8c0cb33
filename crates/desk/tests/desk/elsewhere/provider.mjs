// A real provider of OpenID Connect (npm `oidc-provider`) on a port of this machine, ended with its standard input.
// node provider.mjs LIBRARY CLIENTS -> prints its port. CLIENTS is the list of clients as JSON.
// Who stands before it and how it made sure of them is told by headers, where a person would write in a form:
// `x-person`, `x-acr`, `x-amr`; without the first they go back. POST /new-keys: from now on it signs with other keys.
import { createServer } from 'node:http'
import { generateKeyPairSync } from 'node:crypto'

const { default: Provider } = await import(process.argv[2])
const clients = JSON.parse(process.argv[3])
let made = 0

function keys() {
  made += 1
  const pair = (type, options, alg) => ({
    ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), use: 'sig', alg, kid: `${alg}-${made}`,
  })
  return [pair('rsa', { modulusLength: 2048 }, 'RS256'), pair('ec', { namedCurve: 'P-256' }, 'ES256')]
}

function provider(issuer) {
  return new Provider(issuer, {
    clients,
    jwks: { keys: keys() },
    cookies: { keys: ['of no worth'] },
    acrValues: ['one-factor', 'two-factors'],
    claims: { openid: ['sub'], email: ['email'], acr: null, amr: null, auth_time: null },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: 'anna@te-office.example' }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    ttl: { Session: 600, Interaction: 600, AuthorizationCode: 60, AccessToken: 60, IdToken: 300, Grant: 600 },
  })
}

async function interact(now, request, response) {
  const { prompt, params } = await now.interactionDetails(request, response)
  const person = request.headers['x-person']
  if (!person) {
    const no = { error: 'access_denied', error_description: '<script>they went back</script>' }
    return now.interactionFinished(request, response, no, { mergeWithLastSubmission: false })
  }
  if (prompt.name === 'consent') {
    const grant = new now.Grant({ accountId: person, clientId: params.client_id })
    grant.addOIDCScope('openid')
    const consent = { grantId: await grant.save() }
    return now.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true })
  }
  const amr = request.headers['x-amr']
  const login = { accountId: person, acr: request.headers['x-acr'], amr: amr ? [amr] : undefined }
  return now.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
}

let now
const server = createServer((request, response) => {
  const faulty = (error) => {
    console.error(error)
    response.statusCode = 500
    response.end(String(error))
  }
  if (request.url === '/new-keys') {
    now = provider(`http://127.0.0.1:${server.address().port}`)
    return response.end()
  }
  if (request.url.startsWith('/interaction/')) return interact(now, request, response).catch(faulty)
  return now.callback()(request, response).catch(faulty)
})
server.listen(0, '127.0.0.1', () => {
  now = provider(`http://127.0.0.1:${server.address().port}`)
  console.log(server.address().port)
})
process.stdin.on('end', () => process.exit()).resume()
