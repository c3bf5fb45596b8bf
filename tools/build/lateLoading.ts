import path from 'node:path'
import type { Plugin } from 'esbuild'

/** Calls that load their package when the first of them is made. */
const callsOf = (...calls: string[]) =>
  calls.map(call => `export const ${call} = (...given) => real().${call}(...given)`).join('\n')

/** What a package exports, loaded when it is first asked for something. */
const exportsLater = 'module.exports = new Proxy({}, { get: (_, key) => real()[key] })'

/** The same for a package that the SDK asks first whether it is an ES module, and then for its default export. */
const defaultLater = 'module.exports = { __esModule: true, get default() { return real() } }'

/**
 * Packages that take long to load and that most invocations do without, each with what stands in for it until it is
 * used (`real()` loads it): the dictionaries of pinyin and the calendar of public holidays; and of WeChat's SDK what the
 * house does not use or only beside storage: the tables of file types, the client of data models, whose loading makes
 * Node load `fetch`, the client of language models, the signing of custom log-ins, the second client of HTTP, and XML.
 */
const LATE: Record<string, string> = {
  'pinyin-pro': callsOf('pinyin'),
  'chinese-days': callsOf('getDayDetail', 'isWorkday'),
  'mime-db': exportsLater,
  'mime-types': exportsLater,
  'web-streams-polyfill': exportsLater,
  xml2js: exportsLater,
  '@cloudbase/ai': exportsLater,
  '@cloudbase/app': exportsLater,
  axios: defaultLater,
  jsonwebtoken: defaultLater,
  '@cloudbase/wx-cloud-client-sdk': `
    const later = make => {
      let made
      return new Proxy({}, { get: (_, key) => (made ??= make())[key] })
    }
    const generateHTTPClient = (...given) => later(() => real().generateHTTPClient(...given))
    const generateMySQLClient = (...given) => real().generateMySQLClient(...given)
    export default { generateHTTPClient, generateMySQLClient }`,
}

const STAND_IN = 'stand-in'
const anyOf = (names: string[]) =>
  new RegExp(`^(${names.map(name => name.replaceAll('/', '\\/')).join('|')})$`)

/** Puts the stand-ins in the place of their packages, one for each version that is installed. */
export const lateLoading: Plugin = {
  name: 'late-loading',
  setup(build) {
    const filter = anyOf(Object.keys(LATE))
    build.onResolve({ filter }, async ({ path: name, pluginData, ...asked }) => {
      if (pluginData === STAND_IN) return undefined
      const real = await build.resolve(name, { ...asked, pluginData: STAND_IN })
      return real.errors.length > 0
        ? real
        : { path: real.path, namespace: STAND_IN, pluginData: { name, ...asked } }
    })
    build.onLoad(
      { filter: /./, namespace: STAND_IN },
      ({ path: file, pluginData: { name, resolveDir } }) => ({
        contents: `const real = () => require(${JSON.stringify(file)})\n${LATE[name]}`,
        resolveDir,
      }),
    )
  },
}

/** The house's own modules only define: one of which nothing is used is left out, with all that it would make. */
export const ownModulesOnlyDefine: Plugin = {
  name: 'own-modules-only-define',
  setup(build) {
    build.onResolve(
      { filter: /^(@domain\/|@platform\/|\.)/ },
      async ({ path: name, pluginData, ...asked }) => {
        if (pluginData === 'asked' || asked.importer.includes(`${path.sep}node_modules${path.sep}`))
          return undefined
        const found = await build.resolve(name, { ...asked, pluginData: 'asked' })
        return found.errors.length > 0 ? found : { path: found.path, sideEffects: false }
      },
    )
  },
}
