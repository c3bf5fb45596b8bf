/** What sources of functions get for the SDK in a process that is no function: it costs a second a test to load. */
export default {
  DYNAMIC_CURRENT_ENV: Symbol('no environment'),
  init: () => undefined,
  database: () => ({ command: {} }),
}
