/** One room is one subpackage: name a page here and its file is `rooms/<room>/pages/<page>/index.tsx`. */
const rooms = {
  identity: ['register', 'privacy', 'profile', 'rebind', 'roster'],
  forum: ['post', 'compose', 'mine', 'topics', 'topic', 'search', 'favourites', 'edit', 'edits', 'appeal'],
  coin: ['statement'],
  union: [
    'association',
    'application',
    'mine',
    'found',
    'founding',
    'members',
    'preside',
    'edit',
    'event',
    'events',
    'eventEdit',
  ],
  booking: [
    'ticket',
    'mine',
    'host',
    'centre',
    'book',
    'visit',
    'desk',
    'closures',
    'centreEdit',
    'centreStats',
  ],
  mall: ['shop', 'product', 'orders', 'order', 'fulfil'],
  access: ['approval', 'batch', 'decided', 'lending', 'moderation', 'review'],
  notice: ['inbox'],
}

const tabs = [
  { pagePath: 'pages/home/index', text: '掌动态' },
  { pagePath: 'pages/fun/index', text: '沃有趣' },
  { pagePath: 'pages/energy/index', text: '充能量' },
  { pagePath: 'pages/admin/index', text: '管理' },
]

export default defineAppConfig({
  pages: tabs.map(tab => tab.pagePath),
  subPackages: Object.entries(rooms).map(([room, pages]) => ({
    root: `rooms/${room}`,
    pages: pages.map(page => `pages/${page}/index`),
  })),
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '沃社区',
    navigationBarBackgroundColor: '@navBackground',
    navigationBarTextStyle: '@navText',
    backgroundColor: '@ground',
    backgroundColorTop: '@ground',
    backgroundColorBottom: '@ground',
    backgroundTextStyle: '@pullText',
  } as Taro.Config['window'],
  tabBar: {
    custom: true,
    color: '#6b6b6b',
    selectedColor: '#1c6bba',
    backgroundColor: '@paper',
    borderStyle: 'white',
    list: tabs,
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  enablePageMeta: true,
} as Parameters<typeof defineAppConfig>[0])
