import { Progress } from '../../tools/build/progress'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

it('says what is waited for at once, and how long, until something else begins or all is done', () => {
  const lines: string[] = []
  const progress = new Progress(line => lines.push(line))
  progress.begin('启动本机的云')
  expect(lines).toEqual(['  启动本机的云 …'])
  jest.advanceTimersByTime(5_000)
  progress.begin('填充示例世界')
  jest.advanceTimersByTime(10_000)
  progress.end()
  jest.advanceTimersByTime(60_000)
  expect(lines.slice(1)).toEqual([
    '  启动本机的云 … 5 s',
    '  填充示例世界 …',
    '  填充示例世界 … 5 s',
    '  填充示例世界 … 10 s',
  ])
})
