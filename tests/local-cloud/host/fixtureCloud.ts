import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildFunctions } from '../../../tools/build/functions'
import { startTestCloud, type TestCloud, type TestCloudOptions } from '../../support/localCloud'

export const FIXTURES_OUT = path.join(tmpdir(), 'wo-fixture-functions')

/** Builds the fixture functions as real bundles with the unmodified SDK; instant when nothing changed. */
export async function buildFixtures(): Promise<string> {
  await buildFunctions({ source: 'tests/local-cloud/host/fixtures', out: FIXTURES_OUT })
  return FIXTURES_OUT
}

/** A local cloud that runs the fixture functions. */
export async function startFixtureCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  return startTestCloud({ functionsDir: await buildFixtures(), ...options })
}
