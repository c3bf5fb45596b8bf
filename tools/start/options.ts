import path from 'node:path'
import { parseArgs } from 'node:util'
import { CLOUD_PORT, dataFolderOf } from '../local-cloud/dataFolder'
import { readPort } from '../local-cloud/options'

export const HELP = `Usage: npm start -- [options]
  --port N          where the page opens, on 127.0.0.1 (10086)
  --cloud-port N    where the local cloud listens (7420); a port of one's own has data of its own
  --data DIR        where the cloud's data lies (.data/cloud, or .data/cloud-<port> on another cloud port)
  --watch           rebuild on change`

const PORT = 10086

export interface StartOptions {
  port: number
  cloudPort: number
  dataDir: string
  watch: boolean
  help: boolean
}

/**
 * What `npm start` was asked for. Two copies share no data, because a database has one process that writes to it.
 * @param args the words after `npm start --`
 * @throws Error for an option that there is not, or a port that is none
 */
export function readOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      'cloud-port': { type: 'string' },
      data: { type: 'string' },
      watch: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const port = readPort('port', values.port, PORT)
  const cloudPort = readPort('cloud-port', values['cloud-port'], CLOUD_PORT)
  if (port === cloudPort) throw new Error('--port and --cloud-port are two different ports')
  return {
    port,
    cloudPort,
    dataDir: path.normalize(values.data ?? dataFolderOf(cloudPort)),
    watch: values.watch,
    help: values.help,
  }
}
