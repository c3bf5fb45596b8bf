import { can, roles } from '@domain/access/roles'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useSession } from '@/api'
import { Face } from '@/rooms/Face'
import { landmark } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Icon, type IconName } from '@/ui/icon/Icon'
import { useTabBar } from '@/ui/tabBar/store'
import './deskMenu.scss'
import { openPage, type RoomPage } from './open'
import { type Tool, tools } from './tools'

interface ItemProps {
  icon: IconName
  name: string
  on?: boolean
  /** 0 draws none. */
  badge?: number
  onTap: () => void
}

function Item({ icon, name, on = false, badge = 0, onTap }: ItemProps) {
  return (
    <View
      className={`desk-menu__item${on ? ' desk-menu__item--on' : ''}`}
      {...tappable(undefined, 'link')}
      {...(on ? { 'aria-current': 'page' } : {})}
      onClick={() => void (on || onTap())}
    >
      <Icon name={icon} size={20} />
      <View className="grow">{name}</View>
      {badge > 0 ? <View className="desk-menu__badge">{badge > 99 ? '99+' : badge}</View> : null}
    </View>
  )
}

/**
 * The back office beside a page in a wide window, for Screen's `side`. A phone has the tab 管理 instead and draws none
 * of it.
 */
export function DeskMenu({ here }: { here: RoomPage | 'admin' }) {
  const { me } = useSession()
  const waiting = useTabBar(({ adminCount }) => adminCount)
  if (!me) return null
  const mine = tools.filter(({ permission }) => can(me.grants, permission))
  // Where somebody has several pages of one part, each is called by its own name.
  const nameOf = ({ area, name }: Tool) => (mine.filter(one => one.area === area).length > 1 ? name : area)
  const roleNames = [...new Set(me.grants.map(({ role }) => roles[role].zh))].join('、')
  return (
    <View className="desk-menu" {...landmark('navigation', '后台')}>
      <View className="desk-menu__head">
        <View className="t16 bold">沃尔沃员工社区</View>
        <View className="t12 secondary">后台</View>
      </View>
      <Item
        icon="inbox"
        name="等我处理"
        on={here === 'admin'}
        badge={waiting}
        onTap={() => void Taro.switchTab({ url: '/pages/admin/index' })}
      />
      {mine.map(tool => (
        <Item
          key={tool.page}
          icon={tool.icon}
          name={nameOf(tool)}
          on={tool.page === here}
          onTap={() => openPage(tool.page)}
        />
      ))}
      <Item icon="news" name="回到社区" onTap={() => void Taro.switchTab({ url: '/pages/home/index' })} />
      <View className="desk-menu__me">
        <Face of={me} size={32} />
        <View className="grow">
          <View className="t14">{me.name}</View>
          <View className="t12 secondary clamp-1">
            {roleNames} · {me.site}
          </View>
        </View>
      </View>
    </View>
  )
}
