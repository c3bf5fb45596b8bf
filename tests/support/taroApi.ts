/**
 * `@tarojs/taro` for tests of components: each call a component makes is a jest mock with the answer of
 * an ordinary phone (iPhone 14: status bar 47, capsule at 293,53).
 */
const answered = <T>(value: T) => jest.fn((..._args: unknown[]): T => value)

const Taro = {
  getWindowInfo: answered({ statusBarHeight: 47, windowWidth: 390, windowHeight: 844 }),
  getMenuButtonBoundingClientRect: answered({
    top: 53,
    left: 296,
    right: 383,
    width: 87,
    height: 32,
    bottom: 85,
  }),
  getAppBaseInfo: answered({}),
  getStorageSync: answered<unknown>(''),
  setStorageSync: answered(undefined),
  removeStorageSync: answered(undefined),
  onNetworkStatusChange: answered(undefined),
  offNetworkStatusChange: answered(undefined),
  onAppShow: answered(undefined),
  offAppShow: answered(undefined),
  onAppHide: answered(undefined),
  getCurrentInstance: answered<{ page?: object }>({}),
  getCurrentPages: answered<Array<{ route: string }>>([{ route: 'pages/home/index' }]),
  navigateBack: answered(Promise.resolve()),
  navigateTo: answered(Promise.resolve()),
  redirectTo: answered(Promise.resolve()),
  switchTab: answered(Promise.resolve()),
  setClipboardData: answered(Promise.resolve()),
  pageScrollTo: answered(Promise.resolve()),
  previewImage: answered(Promise.resolve()),
  makePhoneCall: answered(Promise.resolve()),
  nextTick: answered(undefined),
  createSelectorQuery: answered(undefined),
}

export const {
  getWindowInfo,
  getMenuButtonBoundingClientRect,
  getAppBaseInfo,
  getCurrentPages,
  getStorageSync,
  setStorageSync,
  navigateBack,
  navigateTo,
  redirectTo,
  switchTab,
  setClipboardData,
  previewImage,
} = Taro

export const useDidShow = jest.fn()
export const useDidHide = jest.fn()
export const usePullDownRefresh = jest.fn()
export const usePageScroll = jest.fn()
export const useReachBottom = jest.fn()
export const useRouter = jest.fn(() => ({ params: {}, path: '' }))

export default Taro
