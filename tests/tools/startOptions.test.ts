import { createServer } from 'node:net'
import path from 'node:path'
import { readOptions as readCloudOptions } from '../../tools/local-cloud/options'
import { readOptions } from '../../tools/start/options'
import { requireFreePort } from '../../tools/start/ports'

describe('the options of npm start', () => {
  it('opens where the README says when nothing is asked for', () => {
    expect(readOptions([])).toEqual({
      port: 10086,
      cloudPort: 7420,
      dataDir: '.data/cloud',
      watch: false,
      help: false,
    })
  })

  it('gives a second copy its own ports and its own data', () => {
    const second = readOptions(['--port', '10087', '--cloud-port', '7421'])
    expect(second).toMatchObject({ port: 10087, cloudPort: 7421, dataDir: '.data/cloud-7421' })
  })

  it('keeps the data where it is told', () => {
    expect(readOptions(['--data', '/tmp/world']).dataDir).toBe('/tmp/world')
  })

  it.each([
    [['--port', 'x'], '--port is a port'],
    [['--cloud-port', '70000'], '--cloud-port is a port'],
    [['--port', '7420'], 'two different ports'],
    [['--prot', '1'], '--prot'],
  ])('refuses %j', (args, complaint) => {
    expect(() => readOptions(args)).toThrow(complaint)
  })
})

describe('the options of npm run cloud', () => {
  const whole = (folder: string) => path.resolve(__dirname, '../..', folder)

  it('are those that its help names when nothing is asked for', () => {
    expect(readCloudOptions([])).toEqual({
      ...{ port: 7420, dataDir: whole('.data/cloud'), seed: 'demo', workers: 4 },
      ...{ clock: undefined, functions: undefined, watch: false, help: false },
    })
  })

  it('are taken as they are asked for, with data of its own on another port', () => {
    expect(readCloudOptions(['--port', '7421', '--workers', '1', '--seed', 'none'])).toMatchObject({
      ...{ port: 7421, dataDir: whole('.data/cloud-7421'), seed: 'none', workers: 1 },
    })
    expect(readCloudOptions(['--port', '0']).port).toBe(0)
    expect(readCloudOptions(['--data', '/tmp/world']).dataDir).toBe('/tmp/world')
  })

  it.each([
    [['--port', 'abc'], '--port is a port, 0 to 65535'],
    [['--workers', '0'], '--workers is a number, 1 to 64'],
    [['--workers', '1.5'], '--workers is a number'],
    [['--seed', 'all'], '--seed is demo or none'],
    [['--clock', 'noon'], '--clock is an ISO instant'],
    [['--wrokers', '1'], '--wrokers'],
  ])('refuses %j', (args, complaint) => {
    expect(() => readCloudOptions(args)).toThrow(complaint)
  })
})

describe('a port that is taken', () => {
  it('is refused with the option that chooses another', async () => {
    const other = createServer()
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    await expect(requireFreePort(port, 'cloud-port')).rejects.toThrow('npm start -- --cloud-port N')
    await new Promise(resolve => other.close(resolve))
    await expect(requireFreePort(port, 'cloud-port')).resolves.toBeUndefined()
  })
})
