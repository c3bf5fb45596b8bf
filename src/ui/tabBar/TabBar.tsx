import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { ariaState, unspoken } from '../a11y/ariaState'
import { landmark, spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { useAppearance } from '../appearance/store'
import { Icon, type IconName } from '../icon/Icon'
import { readRoute } from '../nav/route'
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

interface TabButtonProps {
  tab: Tab
  on: boolean
  /** 0 draws none. */
  badge: number
}

function TabButton({ tab, on, badge }: TabButtonProps) {
  return (
    <View
      className={`tab-bar__tab${on ? ' tab-bar__tab--on' : ''}`}
      {...tappable(undefined, 'tab')}
      {...ariaState({ selected: on })}
      onClick={() => void (on || Taro.switchTab({ url: `/${tab.route}` }))}
    >
      <View className="tab-bar__icon" {...unspoken}>
        <Icon name={tab.icon} size={26} />
        {badge > 0 ? <View className="tab-bar__badge">{badge > 99 ? '99+' : badge}</View> : null}
      </View>
      <View className="tab-bar__text">{tab.text}</View>
      {badge > 0 ? <View className="unseen">{`，${badge} 件等你`}</View> : null}
    </View>
  )
}

/** The four tabs; drawn by `custom-tab-bar` in WeChat and by TabPage in the browser. */
export function TabBar() {
  const [ownRoute] = useState(readRoute)
  const { showAdmin, adminCount, openSheets } = useTabBar()
  const theme = useAppearance(state => state.theme)
  const shown = (showAdmin ?? ownRoute === adminTab.route) ? [...tabs, adminTab] : tabs
  return (
    <View
      className={`tab-bar ${theme ?? ''}${openSheets > 0 ? ' tab-bar--covered' : ''}`}
      {...landmark('navigation', '主导航')}
    >
      <View className="tab-bar__tabs" {...spokenAs('tablist')}>
        {shown.map(tab => (
          <TabButton
            key={tab.route}
            tab={tab}
            on={tab.route === ownRoute}
            badge={tab === adminTab ? adminCount : 0}
          />
        ))}
      </View>
    </View>
  )
}
