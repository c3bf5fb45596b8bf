import { createServer } from 'node:net'
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
