import Taro from '@tarojs/taro'
import { followNetwork } from '@/api/network'
import { followNetwork as followBrowser } from '@/api/network.h5'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getNetworkType: jest.fn(),
    onNetworkStatusChange: jest.fn(),
    offNetworkStatusChange: jest.fn(),
  },
}))

const isNow = (networkType: 'none' | 'wifi') =>
  jest.mocked(Taro.getNetworkType).mockImplementation(options => {
    options?.success?.({ networkType } as Taro.getNetworkType.SuccessCallbackResult)
    return Promise.resolve() as never
  })

describe('in WeChat', () => {
  it.each([
    ['none', false],
    ['wifi', true],
  ] as const)('says how it is when the app begins: %s', (networkType, isOnline) => {
    isNow(networkType)
    const setOnline = jest.fn()
    followNetwork(setOnline)
    expect(setOnline.mock.calls).toEqual([[isOnline]])
  })

  it('says what changes, until it is ended', () => {
    isNow('wifi')
    const setOnline = jest.fn()
    const end = followNetwork(setOnline)
    const [[change] = []] = jest.mocked(Taro.onNetworkStatusChange).mock.calls.slice(-1)
    change?.({ isConnected: false, networkType: 'none' })
    expect(setOnline).toHaveBeenLastCalledWith(false)
    end()
    expect(Taro.offNetworkStatusChange).toHaveBeenCalledWith(change)
  })
})

it('says in a browser how it is when the page begins and what changes, until it is ended', () => {
  const onLine = jest.spyOn(window.navigator, 'onLine', 'get').mockReturnValue(false)
  const setOnline = jest.fn()
  const end = followBrowser(setOnline)
  expect(setOnline.mock.calls).toEqual([[false]])
  onLine.mockReturnValue(true)
  window.dispatchEvent(new Event('online'))
  expect(setOnline).toHaveBeenLastCalledWith(true)
  end()
  onLine.mockReturnValue(false)
  window.dispatchEvent(new Event('offline'))
  expect(setOnline).toHaveBeenCalledTimes(2)
})
