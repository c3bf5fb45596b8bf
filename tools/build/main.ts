import { buildStale, type Target } from './targets'

/** `tsx tools/build/main.ts weapp functions` builds those targets if their sources changed. */
buildStale(process.argv.slice(2) as Target[]).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
