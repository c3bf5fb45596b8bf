import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { useAppearance } from '../appearance/store'
import { Icon, type IconName } from '../icon/Icon'
import { useTabBar } from './store'
import './tabBar.scss'

interface Tab {
  route: string
  text: string
  icon: IconName
}

const tabs: readonly Tab[] = [
  { route: 'pages/home/index', text: '掌动态', icon: 'news' },
  { route: 'pages/fun/index', text: '沃有趣', icon: 'chat' },
  { route: 'pages/energy/index', text: '充能量', icon: 'bolt' },
]
const adminTab: Tab = { route: 'pages/admin/index', text: '管理', icon: 'desk' }

/** The route this instance stands on. Each tab has its own bar, so it never changes after the mount. */
function readOwnRoute(): string {
  const route = Taro.getCurrentPages().at(-1)?.route ?? ''
  return route.replace(/^\//, '').replace(/\?.*$/, '')
}

/** The four tabs; drawn by `custom-tab-bar` in WeChat and by TabPage in the browser. */
export function TabBar() {
  const [ownRoute] = useState(readOwnRoute)
  const { showAdmin, adminCount, openSheets } = useTabBar()
  const theme = useAppearance(state => state.theme)
  const shown = showAdmin || ownRoute === adminTab.route ? [...tabs, adminTab] : tabs
  return (
    <View
      className={`tab-bar ${theme ?? ''}${openSheets > 0 ? ' tab-bar--covered' : ''}`}
      {...spokenAs('tablist')}
    >
      {shown.map(tab => {
        const on = tab.route === ownRoute
        const badge = tab === adminTab && adminCount > 0 ? adminCount : 0
        return (
          <View
            key={tab.route}
            className={`tab-bar__tab${on ? ' tab-bar__tab--on' : ''}`}
            aria-selected={on}
            {...tappable(badge ? `${tab.text}，${badge} 件等你` : tab.text, 'tab')}
            onClick={() => void (on || Taro.switchTab({ url: `/${tab.route}` }))}
          >
            <View className="tab-bar__icon">
              <Icon name={tab.icon} size={26} />
              {badge ? <View className="tab-bar__badge">{badge > 99 ? '99+' : badge}</View> : null}
            </View>
            <View className="tab-bar__text">{tab.text}</View>
          </View>
        )
      })}
    </View>
  )
}
