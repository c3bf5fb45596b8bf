import { startLocalCloud } from '../../tools/local-cloud'

/** A local cloud in a process of its own, so that it can be killed. Arguments: port, data folder, functions. */
async function main(): Promise<void> {
  const [port, dataDir, functionsDir, abandonedTransactionMs] = process.argv.slice(2)
  if (!dataDir || !functionsDir) throw new Error('Where are data and functions?')
  const { url } = await startLocalCloud({
    port: Number(port),
    dataDir,
    functionsDir,
    abandonedTransactionMs: Number(abandonedTransactionMs),
    seed: 'none',
    timers: false,
    // It is killed, the machine isn't.
    flushes: false,
    onScan: scan => console.error(scan),
  })
  console.log(url)
  // Whoever started it may have ended meanwhile.
  if (!process.connected) process.exit()
}

process.once('disconnect', () => process.exit())
void main()
