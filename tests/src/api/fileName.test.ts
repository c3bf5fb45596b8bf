import Taro from '@tarojs/taro'
import { newFileName } from '@/api/fileName'
import { newFileName as inBrowser } from '@/api/fileName.h5'

const drawing = jest.mocked(Taro.getRandomValues)
const answer = (how: (options: Parameters<typeof Taro.getRandomValues>[0]) => void) =>
  drawing.mockImplementationOnce(options => how(options) as never)

describe('the name of a file that is uploaded', () => {
  it('holds sixteen bytes of chance that nobody can foresee', async () => {
    answer(({ success }) => success?.({ randomValues: Uint8Array.from([0, 1, 254, 255]).buffer, errMsg: '' }))
    expect(await newFileName()).toMatch(/^[0-9A-Z]{26}0001feff$/)
    expect(drawing).toHaveBeenCalledWith(expect.objectContaining({ length: 16 }))
  })

  it('is unique at least where WeChat has no such chance', async () => {
    answer(({ fail }) => fail?.({ errMsg: 'getRandomValues:fail' }))
    expect(await newFileName()).toMatch(/^[0-9A-Z]{26}$/)
    answer(() => {
      throw new TypeError('wx.getRandomValues is not a function')
    })
    expect(await newFileName()).toMatch(/^[0-9A-Z]{26}$/)
  })

  it('is drawn from the same kind of chance in a browser', async () => {
    const drawn = jest.spyOn(crypto, 'getRandomValues')
    expect(await inBrowser()).toMatch(/^[0-9a-f]{52}$/)
    expect(drawn).toHaveBeenCalledTimes(1)
  })
})
