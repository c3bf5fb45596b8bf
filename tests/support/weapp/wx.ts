import type { CallFunction, FunctionCall } from './cloud'

/** What a test can look at and steer of a phone beside its screen. */
export interface Phone {
  /** The calls that left the phone. */
  calls: { name: string; procedure: string; input: unknown }[]
  /** How many of them wait for their answer. */
  underWay: number
  /** What lies on the phone, as JSON by key. */
  storage: Map<string, string>
  /** Who wants to know of `appShow`, `appHide`, `networkStatusChange`. */
  listeners: Record<string, ((event: unknown) => void)[]>
}

type Callbacks = {
  success?(result: unknown): void
  fail?(error: unknown): void
  complete?(result: unknown): void
}

/** What lies behind `wx`. */
interface Doors {
  call: CallFunction
  /** Carries data into the artefact's realm. */
  give<T>(value: T): T
  /** Runs a navigation when the call that asked for it has returned. */
  navigate(act: () => void): void
  navigation: {
    navigateTo(url: string): void
    redirectTo(url: string): void
    reLaunch(url: string): void
    switchTab(url: string): void
    navigateBack(delta?: number): void
  }
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

/** Makes the `wx` of one phone: what the artefact calls of it. A function that is not here fails the test by its name. */
export function createWx(doors: Doors, phone: Phone): Record<string, unknown> {
  const { navigation } = doors
  const settle = (options: Callbacks | undefined, result: unknown) => {
    const given = doors.give(result)
    options?.success?.(given)
    options?.complete?.(given)
    return Promise.resolve(given)
  }
  const done = (act: (options: never) => unknown) => (options?: Callbacks) =>
    settle(options, act((options ?? {}) as never) ?? { errMsg: 'ok' })
  const goes = (go: (options: { url: string; delta?: number }) => void) =>
    done((options: { url: string }) => doors.navigate(() => go(options)))
  return {
    cloud: cloudOf(doors, phone, settle),
    navigateTo: goes(({ url }) => navigation.navigateTo(url)),
    redirectTo: goes(({ url }) => navigation.redirectTo(url)),
    reLaunch: goes(({ url }) => navigation.reLaunch(url)),
    switchTab: goes(({ url }) => navigation.switchTab(url)),
    navigateBack: goes(({ delta }) => navigation.navigateBack(delta)),
    ...storageOf(phone, doors, done),
    ...deviceOf(done),
    ...eventsOf(phone),
    showToast: done(() => undefined),
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

type Settle = (options: Callbacks | undefined, result: unknown) => Promise<unknown>

function cloudOf(doors: Doors, phone: Phone, settle: Settle): Record<string, unknown> {
  return {
    init: () => undefined,
    callFunction: async (options: Callbacks & { name: string; data: FunctionCall }) => {
      const { name, data } = options
      phone.calls.push({ name, procedure: data.procedure, input: data.input })
      phone.underWay += 1
      const result = await doors.call(name, data).finally(() => {
        phone.underWay -= 1
      })
      return settle(options, { errMsg: 'cloud.callFunction:ok', result, requestID: 'local' })
    },
    uploadFile: (options: Callbacks) =>
      settle(options, { fileID: 'cloud://local/uploads/test.jpg', statusCode: 200 }),
  }
}

function storageOf(phone: Phone, doors: Doors, done: Done): Record<string, unknown> {
  const read = (key: string) => doors.give(JSON.parse(phone.storage.get(key) ?? '""'))
  const keep = (key: string, data: unknown) => void phone.storage.set(key, JSON.stringify(data))
  return {
    getStorage: (options: Callbacks & { key: string }) => {
      if (phone.storage.has(options.key)) return done(() => ({ data: read(options.key) }))(options)
      const error = { errMsg: 'getStorage:fail data not found' }
      options.fail?.(error)
      options.complete?.(error)
      return options.fail ? undefined : Promise.reject(error)
    },
    setStorage: done(({ key, data }: { key: string; data: unknown }) => keep(key, data)),
    removeStorage: done(({ key }: { key: string }) => void phone.storage.delete(key)),
    getStorageSync: read,
    getStorageInfoSync: () => doors.give({ keys: [...phone.storage.keys()] }),
    setStorageSync: keep,
    removeStorageSync: (key: string) => void phone.storage.delete(key),
  }
}

/** `wx.onAppHide` and its kind: the test calls those who listen. */
function eventsOf(phone: Phone): Record<string, unknown> {
  const names = ['AppShow', 'AppHide', 'NetworkStatusChange', 'ThemeChange', 'KeyboardHeightChange']
  const events = names.flatMap(name => {
    const key = `${name.charAt(0).toLowerCase()}${name.slice(1)}`
    const on = (listen: (event: unknown) => void) => {
      phone.listeners[key] = [...(phone.listeners[key] ?? []), listen]
    }
    const off = (listen?: (event: unknown) => void) => {
      phone.listeners[key] = (phone.listeners[key] ?? []).filter(known => listen && known !== listen)
    }
    return [
      [`on${name}`, on],
      [`off${name}`, off],
    ] as const
  })
  return Object.fromEntries(events)
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
    onError: () => undefined,
    onUnhandledRejection: () => undefined,
    onPageNotFound: () => undefined,
    onNeedPrivacyAuthorization: () => undefined,
    requirePrivacyAuthorize: done(() => undefined),
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
