import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Icon } from '@/ui/icon/Icon'
import { goBack } from '@/ui/nav/Nav'

interface DeskHeadProps {
  title: string
  /** For a page behind the page of figures: what leads back to it. */
  back?: boolean
  /** At the right of the title; on a phone under the Nav, over the whole width. */
  children?: ReactNode
}

/** The head of a page in a wide window, where the Nav is not drawn; on a phone only what it holds. */
export function DeskHead({ title, back = false, children }: DeskHeadProps) {
  return (
    <View className="stats__head">
      <View className="stats__head-title">
        {back ? (
          <View className="stats__head-back" {...tappable('返回运营数据')} onClick={() => void goBack()}>
            <Icon name="back" />
          </View>
        ) : null}
        <View {...spokenAs('heading', 1)}>{title}</View>
      </View>
      {children}
    </View>
  )
}
