import { buildFunctions } from '../../tools/build/functions'
import { bundleOutside } from './outsideBundle'

/** Before any test of a wing that calls functions: what is stale is built, once and not by each test's cloud. */
export default async function buildWhatIsStale(): Promise<void> {
  await Promise.all([buildFunctions(), bundleOutside()])
}
