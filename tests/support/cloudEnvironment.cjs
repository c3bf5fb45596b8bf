const { TestEnvironment } = require('jest-environment-node')

/** Lets a realm find the local cloud outside of it; loaded when a file first asks for it. */
function showOutside(global) {
  Object.defineProperty(global, 'outside', { get: () => require('../../.cache/outside.cjs') })
}

/** A realm for a test file, as jest's own; `globalThis.outside` is what its worker keeps from file to file. */
module.exports = class CloudEnvironment extends TestEnvironment {
  static showOutside = showOutside

  async setup() {
    await super.setup()
    showOutside(this.global)
  }
}
