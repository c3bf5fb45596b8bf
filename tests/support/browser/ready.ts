import buildWhatIsStale from '../builtFunctions'
import { findChromium } from './chromium'

/**
 * Before any test in a browser, once: what is stale is built, and the packaged Chromium is unpacked. Workers that unpack
 * it at the same moment write into the file that another one starts.
 */
export default async function makeReady(): Promise<void> {
  await Promise.all([buildWhatIsStale(), findChromium()])
}
