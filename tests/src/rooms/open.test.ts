import Taro from '@tarojs/taro'
import { backOr, openAbove, openPage, replacePage } from '@/rooms/open'
import { useToast } from '@/ui/toast/store'

const pages = jest.mocked(Taro.getCurrentPages)
const navigateTo = jest.mocked(Taro.navigateTo)
const redirectTo = jest.mocked(Taro.redirectTo)
const atDepth = (depth: number) =>
  pages.mockReturnValue(Array.from({ length: depth }, () => ({ route: 'a' })) as never)

beforeEach(() => jest.clearAllMocks())

it('opens a page above this one', () => {
  atDepth(9)
  openPage('forum/post', { postId: '一 二' })
  expect(navigateTo).toHaveBeenCalledWith({
    url: '/rooms/forum/pages/post/index?postId=%E4%B8%80%20%E4%BA%8C',
  })
  expect(redirectTo).not.toHaveBeenCalled()
})

it('takes the place of the tenth page, where WeChat opens no other above it', () => {
  atDepth(10)
  openPage('mall/basket')
  expect(redirectTo).toHaveBeenCalledWith({ url: '/rooms/mall/pages/basket/index' })
  expect(navigateTo).not.toHaveBeenCalled()
})

it.each([
  ['openPage', openPage, navigateTo],
  ['replacePage', replacePage, redirectTo],
])('says when the code of a room could not be fetched: %s', async (_name, open, way) => {
  atDepth(1)
  way.mockRejectedValueOnce({ errMsg: 'navigateTo:fail' })
  open('mall/basket')
  await Promise.resolve()
  expect(useToast.getState().current).toEqual({ kind: 'plain', text: '没能连上，看看网络，再试一次' })
})

it('goes back, and after a link to where one would have come from', async () => {
  atDepth(2)
  await backOr('identity/member', { employeeId: 'VC1' })
  expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
  expect(redirectTo).not.toHaveBeenCalled()
  atDepth(1)
  await backOr('identity/member', { employeeId: 'VC1' })
  expect(redirectTo).toHaveBeenCalledWith({ url: '/rooms/identity/pages/member/index?employeeId=VC1' })
})

it('leads up to a page that lies below by going back, and opens it otherwise', () => {
  const under = (route: string) => pages.mockReturnValue([{ route }, { route: 'b' }] as never)
  under('/rooms/identity/pages/members/index?text=a')
  openAbove('identity/members')
  expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
  under('pages/admin/index')
  openAbove('identity/members')
  expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
  expect(navigateTo).toHaveBeenCalledWith({ url: '/rooms/identity/pages/members/index' })
})
