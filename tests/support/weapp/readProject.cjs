/**
 * Lets miniprogram-ci read the artefact at argv[2] and prints `{"error": string | null}`. It runs in a process of its
 * own, because miniprogram-ci leaves folders where it runs and keeps workers that never end.
 */
const ci = require('miniprogram-ci')

const project = new ci.Project({
  appid: 'touristappid',
  type: 'miniProgram',
  projectPath: process.argv[2],
  privateKey: 'reading needs none, uploading would',
  ignores: [],
})
// The attributes of a real project would be asked of WeChat's server.
project.attr = async () => ci.DefaultProjectAttr

const options = { project, version: '0', setting: { es6: false }, onProgressUpdate: () => undefined }
ci.getCompiledResult(options, `${process.cwd()}/out.zip`).then(
  () => finish(null),
  error => finish(error instanceof Error ? error.message : String(error)),
)

function finish(error) {
  process.stdout.write(`\n${JSON.stringify({ error })}`, () => process.exit(0))
}
