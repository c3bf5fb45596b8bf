import { type BaseEventOrig, type ITouchEvent, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef } from 'react'
import { unspoken } from '@/ui/a11y/ariaState'

interface LetterBarProps {
  letters: readonly string[]
  current: string | undefined
  onLetter: (letter: string) => void
}

const ID = 'letter-bar'

/**
 * The alphabet at the edge: a finger that glides along it turns the pages. It is a shortcut for the hand; the ear has
 * the headings, and a keyboard the search.
 */
export function LetterBar({ letters, current, onLetter }: LetterBarProps) {
  const box = useRef<{ top: number; height: number }>()
  const last = useRef<string>()
  const measure = () =>
    Taro.createSelectorQuery()
      .select(`#${ID}`)
      .boundingClientRect(rect => {
        if (rect && !Array.isArray(rect)) box.current = { top: rect.top, height: rect.height }
      })
      .exec()
  const glide = (event: BaseEventOrig) => {
    const y = (event as ITouchEvent).touches[0]?.clientY
    if (!box.current || y === undefined) return
    const index = Math.floor(((y - box.current.top) / box.current.height) * letters.length)
    const letter = letters[Math.max(0, Math.min(letters.length - 1, index))]
    if (letter && letter !== last.current) onLetter(letter)
    last.current = letter
  }
  return (
    <View
      id={ID}
      className="library__letters"
      {...unspoken}
      catchMove
      onTouchStart={measure}
      onTouchMove={glide}
    >
      {letters.map(letter => (
        <View
          key={letter}
          className={`library__letter${letter === current ? ' library__letter--on' : ''}`}
          onClick={() => onLetter(letter)}
        >
          {letter}
        </View>
      ))}
    </View>
  )
}
