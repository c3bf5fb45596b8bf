import { View } from '@tarojs/components'
import { Fragment, type ReactNode, useState } from 'react'
import { Button } from '@/ui/button/Button'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'

/** More than these are found by typing. */
const IN_SIGHT_MAX = 8

interface RosterNamesProps<T> {
  query: { isError: boolean; refetch: () => unknown }
  /** What the roster has, the largest first; undefined until it is known. */
  all: readonly T[] | undefined
  nameOf: (one: T) => string
  placeholder: string
  /** What was chosen before comes first; what is chosen meanwhile stays where it is. */
  chosen?: readonly string[]
  /** What stands above what is found, whatever is typed. */
  first?: readonly T[]
  row: (one: T) => ReactNode
}

/** Departments or sites of the roster to choose among, found by typing where they are many. */
export function RosterNames<T>(props: RosterNamesProps<T>) {
  const { query, all, nameOf, placeholder, chosen = [], first = [], row } = props
  const [typed, setTyped] = useState('')
  const [chosenBefore] = useState(chosen)
  if (query.isError && !all)
    return (
      <Button kind="text" onTap={() => query.refetch()}>
        名单没拿到，点这里再试
      </Button>
    )
  if (!all) return <SkeletonRows count={4} leadPx={0} />
  const found = all.filter(one => nameOf(one).includes(typed.trim()))
  const wasChosen = (one: T) => chosenBefore.includes(nameOf(one))
  const inOrder = [...first, ...found.filter(wasChosen), ...found.filter(one => !wasChosen(one))]
  return (
    <View className="column gap-8">
      {all.length > IN_SIGHT_MAX ? (
        <SearchField value={typed} placeholder={placeholder} onChange={setTyped} />
      ) : null}
      {inOrder.map(one => (
        <Fragment key={nameOf(one)}>{row(one)}</Fragment>
      ))}
      {found.length === 0 && typed.trim() !== '' ? (
        <View className="t14 secondary">名单里没有「{typed.trim()}」</View>
      ) : null}
    </View>
  )
}
