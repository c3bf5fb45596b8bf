import { Text } from '@tarojs/components'
import { highlightedParts } from './highlight'

/** A text in which what was searched for stands out. */
export function Highlighted({ text, wanted }: { text: string; wanted: readonly string[] }) {
  return (
    <>
      {highlightedParts(text, wanted).map(({ part, found }, index) => (
        <Text
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no identity but their place
          key={index}
          className={found ? 'search__found' : ''}
        >
          {part}
        </Text>
      ))}
    </>
  )
}
