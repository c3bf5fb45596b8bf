/**
 * One project a wing, so that a wing can be run alone: `npx jest --selectProjects domain`.
 * Times in assertions are UTC+8 by construction; the process itself runs in UTC to prove it.
 */
process.env.TZ = 'UTC'

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
]

const aliases = {
  '^@domain/(.*)$': '<rootDir>/domain/$1',
  '^@platform/(.*)$': '<rootDir>/cloudfunctions/platform/$1',
  '^@/(.*)$': '<rootDir>/src/$1',
}

const wing = (name, extra = {}) => ({
  displayName: name,
  rootDir: __dirname,
  roots: ['cloudfunctions', 'domain', 'src', 'tests', 'tools'].map(folder => `<rootDir>/${folder}`),
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts?(x)`],
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': swc },
  moduleNameMapper: aliases,
  ...extra,
})

const withFunctions = {
  globalSetup: '<rootDir>/tests/support/builtFunctions.ts',
  testEnvironment: '<rootDir>/tests/support/cloudEnvironment.cjs',
}

/** Here functions run as they are built, in threads of their own. Their sources are read for what they name only. */
const noSdk = {
  ...withFunctions,
  moduleNameMapper: {
    ...aliases,
    '^wx-server-sdk$': '<rootDir>/tests/support/noSdk.ts',
  },
}

module.exports = {
  maxWorkers: 2,
  // What a file loads is never all given back (lmdb's bindings keep the realm that loaded them): some 30 MB a file.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tests/support/longestFirst.cjs',
  projects: [
    wing('domain'),
    wing('local-cloud', withFunctions),
    wing('functions', noSdk),
    wing('ledger', noSdk),
    wing('src', {
      testEnvironment: 'jsdom',
      moduleNameMapper: {
        '\\.scss$': '<rootDir>/tests/support/stylesheet.ts',
        '^@tarojs/components$': '<rootDir>/tests/support/taroComponents.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/support/taroApi.ts',
        '^@domain/(.*)$': '<rootDir>/domain/$1',
        '^@/(.*)$': '<rootDir>/src/$1',
      },
    }),
    wing('weapp', { ...withFunctions, testEnvironment: '<rootDir>/tests/support/cloudWindow.cjs' }),
    wing('tools', withFunctions),
    wing('browser', { ...withFunctions, globalSetup: '<rootDir>/tests/support/browser/ready.ts' }),
    wing('architecture'),
  ],
}
