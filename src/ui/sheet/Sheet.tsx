import { ScrollView, View } from '@tarojs/components'
import { type CSSProperties, type PropsWithChildren, type ReactNode, useEffect, useState } from 'react'
import { ariaState } from '../a11y/ariaState'
import { wantsStillness } from '../a11y/motion'
import { spokenAs } from '../a11y/spoken'
import { tappable } from '../a11y/tappable'
import { useEscape } from '../a11y/useEscape'
import { ChosenInRow } from '../chip/useInSight'
import { readDevice } from '../device/device'
import { Icon } from '../icon/Icon'
import { useTabBar } from '../tabBar/store'
import { toast } from '../toast/store'
import './sheet.scss'

export interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  /** What has to be agreed to: in sight above the primary, however long the form. */
  agreement?: ReactNode
  /** One primary Button; a second, quieter one may stand before it. */
  action?: ReactNode
  /** One sentence on what can be undone. */
  note?: string
  /** What keeps the primary from being tapped, in the note's place until nothing does. */
  missing?: string | undefined
}

/** As long as `--sheet`: the sheet leaves the page only after it has slid out. */
const slideMs = 320

/** Kept in the page while it slides out. */
function useSlide(open: boolean): boolean {
  const [present, setPresent] = useState(open)
  useEffect(() => {
    if (open) {
      setPresent(true)
      return
    }
    const timer = setTimeout(() => setPresent(false), wantsStillness() ? 0 : slideMs)
    return () => clearTimeout(timer)
  }, [open])
  return open || present
}

/** WeChat draws its tab bar above the page, so it steps aside while a sheet is open. */
function useCoverTabBar(open: boolean): void {
  useEffect(() => {
    if (!open) return
    toast.clear()
    useTabBar.setState(state => ({ openSheets: state.openSheets + 1 }))
    return () => useTabBar.setState(state => ({ openSheets: state.openSheets - 1 }))
  }, [open])
}

/** A question that belongs to this page: slides up over it, closes by its cross, the scrim or Escape. */
export function Sheet(props: PropsWithChildren<SheetProps>) {
  const { open, title, onClose, agreement, action, missing, note = '', children } = props
  const words = missing ?? note
  const { statusBarPx, navPx } = readDevice()
  const present = useSlide(open)
  useCoverTabBar(open)
  useEscape(open, onClose)
  if (!present) return null
  return (
    <View className={`sheet${open ? '' : ' sheet--leaving'}`}>
      <View className="sheet__scrim" catchMove onClick={onClose} />
      <View
        className="sheet__panel"
        {...spokenAs('dialog')}
        {...ariaState({ modal: true })}
        aria-label={title}
        style={{ '--sheet-above': `${statusBarPx + navPx}px` } as CSSProperties}
      >
        <View className="sheet__head" catchMove>
          <View className="sheet__grab" />
          <View className="sheet__title">{title}</View>
          <View className="sheet__close" {...tappable('关闭')} onClick={onClose}>
            <Icon name="close" />
          </View>
        </View>
        <ScrollView className="sheet__body" scrollY>
          {/* A sheet may be opened from a row of chips: its own are none of them. */}
          <ChosenInRow.Provider value={null}>{children}</ChosenInRow.Provider>
          <View className="sheet__more" />
        </ScrollView>
        {action || words ? (
          <View className="sheet__foot">
            {agreement ? <View className="sheet__agreement">{agreement}</View> : null}
            {action ? <View className="sheet__action">{action}</View> : null}
            {words ? (
              <View className="sheet__note" aria-live="polite">
                {words}
              </View>
            ) : null}
          </View>
        ) : null}
      </View>
    </View>
  )
}
