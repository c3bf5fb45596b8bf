import { View } from '@tarojs/components'
import Taro, { usePageScroll } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { readDevice } from '../device/device'
import { Icon } from '../icon/Icon'
import { type Above, useToldAbove } from './above'
import './nav.scss'

interface Cover {
  disc: 'light' | 'dark'
  /** The cover's width by its height; it is as wide as the page. */
  ratio: number
}

export interface NavProps {
  title?: string
  /** A tab root: title of 20 at the left and no way back. */
  root?: boolean
  /** One quiet control left of the capsule, such as search. Never the page's primary action. */
  end?: ReactNode
  /**
   * Over the cover that begins the page: the way back stands on a disc, light or dark as the picture asks. Once the cover
   * has scrolled away the bar is one of paper and shows its title.
   */
  over?: Cover
  /** A cross instead of the arrow, for a page that is an interruption: composing, choosing several. */
  close?: boolean
  /** Called instead of going back, for a page that keeps a draft. */
  onBack?: () => void
  /**
   * What the page belongs to, where it is something else than the menu at its side says: in a wide window it stands above
   * the title, in place of the arrow.
   */
  above?: Above
}

/** "员工 / 林晓川": where one is, and the way up. */
function Crumbs({ above: { name, onTap }, title }: { above: Above; title: string }) {
  return (
    <View className="nav__crumbs">
      {onTap ? (
        <View className="nav__above" {...tappable(`回到${name}`, 'link')} onClick={onTap}>
          {name}
        </View>
      ) : (
        <View>{name}</View>
      )}
      <View className="nav__here">/ {title}</View>
    </View>
  )
}

/** Where a page without a past leads to: the first tab. */
const homePath = '/pages/home/index'

/** Goes back; after a deep link there is nothing behind, so the home tab is opened instead. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack()
  else await Taro.switchTab({ url: homePath })
}

/** The bar under the status bar. It stays while the page scrolls below it. */
export function Nav({ over, ...props }: NavProps) {
  return over ? <NavOver over={over} {...props} /> : <Bar {...props} />
}

/** A page is as wide as its window, and in a wide one a column: the same as in screen.scss. */
const columnIn = (windowPx: number) => (windowPx < 900 ? windowPx : 600)

/** Whether so much of the page has scrolled by that nothing of the cover is left below the bar. */
function useCoverGone({ ratio }: Cover): boolean {
  const { statusBarPx, navPx } = readDevice()
  const [isGone, setIsGone] = useState(false)
  usePageScroll(({ scrollTop }) =>
    setIsGone(scrollTop >= columnIn(Taro.getWindowInfo().windowWidth) / ratio - statusBarPx - navPx),
  )
  return isGone
}

function NavOver({ over, title, ...props }: NavProps & { over: Cover }) {
  const isGone = useCoverGone(over)
  return isGone ? (
    <Bar {...props} title={title} face="nav--over nav--paper" takesNoRoom />
  ) : (
    // The page's own head stands below the picture.
    <Bar {...props} face={`nav--over nav--clear nav--${over.disc}`} takesNoRoom />
  )
}

interface BarProps extends Omit<NavProps, 'over'> {
  face?: string
  /** The picture begins at the top of the page. */
  takesNoRoom?: boolean
}

/** What the page says itself goes before what the menu says; a page that has to be asked first is asked. */
function useAbove({ above, root, onBack }: NavProps): Above | undefined {
  const told = useToldAbove()
  if (root) return undefined
  if (above || !told || !onBack) return above ?? told
  return { name: told.name, onTap: onBack }
}

function Bar(props: BarProps) {
  const { title = '', root = false, end, close = false, onBack, face, takesNoRoom = false } = props
  const above = useAbove(props)
  const { statusBarPx, navPx, capsulePx } = readDevice()
  return (
    <View
      className={`nav${root ? ' nav--root' : ''}${above ? ' nav--below' : ''}${face ? ` ${face}` : ''}`}
      style={{
        paddingTop: `${statusBarPx}px`,
        ...(takesNoRoom ? { marginBottom: `${-(statusBarPx + navPx)}px` } : {}),
      }}
    >
      {above ? <Crumbs above={above} title={title} /> : null}
      <View className="nav__row" style={{ height: `${navPx}px`, paddingRight: `${capsulePx}px` }}>
        {root ? null : (
          <View
            className="nav__back"
            {...tappable(close ? '关闭' : '返回')}
            onClick={() => (onBack ? onBack() : void goBack())}
          >
            <Icon name={close ? 'close' : 'back'} />
          </View>
        )}
        <View className="nav__title" {...spokenAs('heading', 1)}>
          {title}
        </View>
        {end ? <View className="nav__end">{end}</View> : null}
      </View>
    </View>
  )
}
