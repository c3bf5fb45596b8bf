const { TestEnvironment } = require('jest-environment-jsdom')
const { showOutside } = require('./cloudEnvironment.cjs')

/** The same with a window, for what runs on a phone. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    showOutside(this.global)
  }
}
