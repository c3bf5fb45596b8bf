import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { spokenAs } from '../a11y/spoken'

/** What is wrong with one part of a form, as whoever fills it in should read it. */
export interface PartProblem {
  /** `kinds.1.minutes` */
  at: string
  words: string
}

export interface AtProps {
  /** Which part of the form: see `PartProblem`. */
  path: string
  problems: readonly PartProblem[]
  /** A field says itself what is wrong, and is given it to be spread over it; below anything else it stands by itself. */
  children?: ReactNode | ((wrong: { error?: string }) => ReactNode)
}

/** The class by which a page goes to a part of its form. */
export const partClass = (path: string) => `form-part--${path.replaceAll('.', '-')}`

/** A part of a form that the page can go to, with what is wrong with it. */
export function At({ path, problems, children }: AtProps) {
  const words = problems.find(({ at }) => at === path)?.words
  const isField = typeof children === 'function'
  return (
    <View className={`form-part ${partClass(path)}`}>
      {isField ? children(words === undefined ? {} : { error: words }) : children}
      {isField || words === undefined ? null : (
        <View className="t12 bad mt-4" aria-live="polite" {...spokenAs('alert')}>
          {words}
        </View>
      )}
    </View>
  )
}
