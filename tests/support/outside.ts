import { startLocalCloud as start } from '../../tools/local-cloud'
import type { Engine } from '../../tools/local-cloud/engine'

export { assertAsPromised } from './asPromised'

/**
 * What is loaded once in each of jest's workers, beside the realms of its test files (`cloudEnvironment.cjs`): a cloud
 * that was compiled and grew warm for the file before serves the next one.
 */
export const startLocalCloud: typeof start = async options => {
  const cloud = await start(options)
  return { ...cloud, engine: takingCopies(cloud.engine) }
}

/** Each realm has an `Object` and a `Date` of its own: what a test hands the engine is made anew of the engine's. */
const takingCopies = (engine: Engine): Engine =>
  Object.assign(Object.create(engine), {
    execute: (action, request) => engine.execute(action, structuredClone(request)),
    insertMany: (collection, documents) => engine.insertMany(collection, structuredClone(documents)),
  } satisfies Partial<Engine>)
