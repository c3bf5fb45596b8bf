import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { goToField } from '@/rooms/goToField'
import { spokenAs } from '@/ui/a11y/spoken'
import { type CentreProblem, problemAt } from './centreProblems'

const classOf = (path: string) => `centre-edit__at--${path.replaceAll('.', '-')}`

interface AtProps {
  /** Which part of the form: see `CentreProblem`. */
  path: string
  problems: readonly CentreProblem[]
  /** A field says itself what is wrong, and is given it to be spread over it; below anything else it stands by itself. */
  children?: ReactNode | ((wrong: { error?: string }) => ReactNode)
}

/** A part of the form that the page can go to, with what is wrong with it. */
export function At({ path, problems, children }: AtProps) {
  const words = problemAt(problems, path)
  const isField = typeof children === 'function'
  return (
    <View className={`centre-edit__at ${classOf(path)}`}>
      {isField ? children(words === undefined ? {} : { error: words }) : children}
      {isField || words === undefined ? null : (
        <View className="t12 bad mt-4" aria-live="polite" {...spokenAs('alert')}>
          {words}
        </View>
      )}
    </View>
  )
}

/** Takes the page to what is wrong. */
export function goTo(path: string): void {
  goToField(`.${classOf(path)}`)
}
