import { can, roles } from '@domain/access/roles'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useMemo } from 'react'
import { useSession } from '@/api'
import { Face } from '@/rooms/Face'
import { landmark } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Icon, type IconName } from '@/ui/icon/Icon'
import { useTellAbove } from '@/ui/nav/above'
import { readRoute } from '@/ui/nav/route'
import { useTabBar } from '@/ui/tabBar/store'
import './deskMenu.scss'
import { addressOf, openAbove, openPage, type RoomPage } from './open'
import { tools } from './tools'

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

type Here = RoomPage | 'admin'

const INBOX = '等我处理'
const openInbox = () => void Taro.switchTab({ url: '/pages/admin/index' })

/** "员工 / 林晓川": a page belongs to the entry of the menu that leads to it, and the entry's own page to the whole. */
function useHere(here: Here): void {
  const above = useMemo(() => {
    if (here === 'admin') return { name: INBOX, onTap: openInbox }
    const name = tools.find(({ page }) => page === here)?.name
    const isItsPage = `/${readRoute()}` === addressOf(here)
    return name === undefined || isItsPage ? { name: '后台' } : { name, onTap: () => openAbove(here) }
  }, [here])
  useTellAbove(above)
}

/**
 * The back office beside a page in a wide window, for Screen's `side`. A phone has the tab 管理 instead and draws none
 * of it.
 */
export function DeskMenu({ here }: { here: Here }) {
  const { me } = useSession()
  const waiting = useTabBar(({ adminCount }) => adminCount)
  useHere(here)
  if (!me) return null
  const mine = tools.filter(({ permission }) => can(me.grants, permission))
  const roleNames = [...new Set(me.grants.map(({ role }) => roles[role].zh))].join('、')
  return (
    <View className="desk-menu" {...landmark('navigation', '后台')}>
      <View className="desk-menu__head">
        <View className="t16 bold">沃尔沃员工社区</View>
        <View className="t12 secondary">后台</View>
      </View>
      <View className="desk-menu__list">
        <Item icon="inbox" name={INBOX} on={here === 'admin'} badge={waiting} onTap={openInbox} />
        {mine.map(({ page, icon, name }) => (
          <Item key={page} icon={icon} name={name} on={page === here} onTap={() => openPage(page)} />
        ))}
        <Item icon="undo" name="回到社区" onTap={() => void Taro.switchTab({ url: '/pages/home/index' })} />
      </View>
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
