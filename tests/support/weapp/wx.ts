/** What the phone offers beside JavaScript: the part of `wx` that the artefact calls. */
export interface Phone {
  /** The calls that left the phone. */
  calls: { name: string; procedure: string; input: unknown }[]
  storage: Map<string, unknown>
  toasts: string[]
}

type Callbacks = {
  success?(result: unknown): void
  fail?(error: unknown): void
  complete?(result: unknown): void
}

interface Cloud {
  call(name: string, data: { procedure: string; input: unknown; requestId: string }): Promise<unknown>
}

interface Navigation {
  navigateTo(url: string): void
  redirectTo(url: string): void
  switchTab(url: string): void
  navigateBack(delta: number): void
}

const windowInfo = {
  pixelRatio: 2,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 844,
  statusBarHeight: 47,
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
  screenTop: 0,
}

/** Makes the `wx` of one phone. Functions called that are not here answer by name in the test's error. */
export function createWx(cloud: Cloud, navigation: Navigation, phone: Phone): Record<string, unknown> {
  const settle = (options: Callbacks | undefined, result: unknown) => {
    options?.success?.(result)
    options?.complete?.(result)
    return Promise.resolve(result)
  }
  const done = (act: (options: never) => unknown) => (options?: Callbacks) =>
    settle(options, act((options ?? {}) as never) ?? { errMsg: 'ok' })
  return {
    cloud: {
      init: () => undefined,
      callFunction: async (
        options: Callbacks & { name: string; data: { procedure: string; input: unknown; requestId: string } },
      ) => {
        const { name, data } = options
        phone.calls.push({ name, procedure: data.procedure, input: data.input })
        const result = await cloud.call(name, data)
        return settle(options, { errMsg: 'cloud.callFunction:ok', result, requestID: 'local' })
      },
      uploadFile: done(() => ({ fileID: 'cloud://local/uploads/test.jpg', statusCode: 200 })),
    },
    navigateTo: done(({ url }: { url: string }) => navigation.navigateTo(url)),
    redirectTo: done(({ url }: { url: string }) => navigation.redirectTo(url)),
    reLaunch: done(({ url }: { url: string }) => navigation.redirectTo(url)),
    switchTab: done(({ url }: { url: string }) => navigation.switchTab(url)),
    navigateBack: done(({ delta = 1 }: { delta?: number }) => navigation.navigateBack(delta)),
    ...storageOf(phone, done),
    ...deviceOf(done),
    showToast: done(({ title }: { title: string }) => {
      phone.toasts.push(title)
    }),
    hideToast: done(() => undefined),
    showLoading: done(() => undefined),
    hideLoading: done(() => undefined),
    showModal: done(() => ({ confirm: true, cancel: false })),
    stopPullDownRefresh: done(() => undefined),
    requestSubscribeMessage: done(({ tmplIds }: { tmplIds: string[] }) =>
      Object.fromEntries(tmplIds.map(id => [id, 'accept'])),
    ),
    createSelectorQuery: () => selectorQuery(),
    getUpdateManager: () => ({
      onUpdateReady: () => undefined,
      onCheckForUpdate: () => undefined,
      applyUpdate: () => undefined,
    }),
    nextTick: (then: () => void) => setTimeout(then, 0),
    canIUse: () => true,
    pageScrollTo: done(() => undefined),
    setClipboardData: done(() => undefined),
  }
}

type Done = (act: (options: never) => unknown) => (options?: Callbacks) => Promise<unknown>

function storageOf(phone: Phone, done: Done): Record<string, unknown> {
  return {
    getStorage: (options: Callbacks & { key: string }) => {
      if (phone.storage.has(options.key)) {
        const result = { data: phone.storage.get(options.key), errMsg: 'ok' }
        options.success?.(result)
        options.complete?.(result)
        return Promise.resolve(result)
      }
      const error = { errMsg: 'getStorage:fail data not found' }
      options.fail?.(error)
      options.complete?.(error)
      return options.fail ? undefined : Promise.reject(error)
    },
    setStorage: done(({ key, data }: { key: string; data: unknown }) => {
      phone.storage.set(key, data)
    }),
    removeStorage: done(({ key }: { key: string }) => {
      phone.storage.delete(key)
    }),
    getStorageSync: (key: string) => phone.storage.get(key) ?? '',
    setStorageSync: (key: string, data: unknown) => phone.storage.set(key, data),
    removeStorageSync: (key: string) => phone.storage.delete(key),
  }
}

function deviceOf(done: Done): Record<string, unknown> {
  return {
    getSystemInfoSync: () => ({
      ...windowInfo,
      platform: 'ios',
      SDKVersion: '3.8.0',
      version: '8.0.50',
      language: 'zh_CN',
      theme: 'light',
    }),
    getWindowInfo: () => windowInfo,
    getAppBaseInfo: () => ({
      SDKVersion: '3.8.0',
      language: 'zh_CN',
      theme: 'light',
      version: '8.0.50',
      fontSizeScaleFactor: 1,
    }),
    getDeviceInfo: () => ({ platform: 'ios', brand: 'iPhone', model: 'iPhone 14', system: 'iOS 17' }),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 53,
      bottom: 85,
      left: 296,
      right: 383,
    }),
    getNetworkType: done(() => ({ networkType: 'wifi' })),
    getLaunchOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    getAccountInfoSync: () => ({ miniProgram: { envVersion: 'develop', appId: 'touristappid' } }),
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    onAppShow: () => undefined,
    offAppShow: () => undefined,
    onAppHide: () => undefined,
    offAppHide: () => undefined,
    onThemeChange: () => undefined,
    offThemeChange: () => undefined,
    onError: () => undefined,
    onUnhandledRejection: () => undefined,
    onPageNotFound: () => undefined,
    onNeedPrivacyAuthorization: () => undefined,
    requirePrivacyAuthorize: done(() => undefined),
    onKeyboardHeightChange: () => undefined,
    offKeyboardHeightChange: () => undefined,
  }
}

/** Measures nothing: every rectangle is the screen's. */
function selectorQuery() {
  const query = {
    in: () => query,
    select: () => query,
    selectAll: () => query,
    selectViewport: () => query,
    boundingClientRect: (then?: (rect: unknown) => void) => {
      then?.({ left: 0, top: 0, width: 390, height: 100 })
      return query
    },
    scrollOffset: () => query,
    node: () => query,
    fields: () => query,
    exec: (then?: (results: unknown[]) => void) => then?.([{ left: 0, top: 0, width: 390, height: 100 }]),
  }
  return query
}
