import { type BaseEventOrig, type ITouchEvent, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef } from 'react'
import { unspoken } from '@/ui/a11y/ariaState'
import { readDevice } from '@/ui/device/device'
import { measure } from '@/ui/measure/measure'

interface LetterBarProps {
  letters: readonly string[]
  current: string | undefined
  onLetter: (letter: string) => void
}

const ID = 'letter-bar'
/** What a letter needs to be read, in px. */
const LETTER_PX = 16
/** What stands above the words and below the bar, in px; the style sheet leaves as much. */
const AROUND_PX = 320

/** As many letters as the phone has room for, at even distances; a finger that glides reaches those between as well. */
function spread(letters: readonly string[]): readonly string[] {
  const room = Math.max(1, Math.floor((Taro.getWindowInfo().windowHeight - AROUND_PX) / LETTER_PX))
  const step = Math.ceil(letters.length / room)
  return letters.filter((_, index) => index % step === 0)
}

/**
 * The alphabet at the edge: a finger that glides along it turns the pages. It is a shortcut for the hand; the ear has
 * the headings, and a keyboard the search.
 */
export function LetterBar({ letters, current, onLetter }: LetterBarProps) {
  const { statusBarPx, navPx } = readDevice()
  const shown = spread(letters)
  const at = current === undefined ? -1 : letters.indexOf(current)
  // Between two that are shown, the one before it stands for it.
  const on = shown.filter(letter => letters.indexOf(letter) <= at).at(-1)
  const box = useRef<{ top: number; height: number }>()
  const last = useRef<string>()
  const find = async () => {
    const [rail] = await measure(ID)
    box.current = rail ?? undefined
  }
  const glide = (event: BaseEventOrig) => {
    const y = (event as ITouchEvent).touches[0]?.clientY
    if (!box.current || y === undefined) return
    const index = Math.floor(((y - box.current.top) / box.current.height) * letters.length)
    const letter = letters[Math.max(0, Math.min(letters.length - 1, index))]
    if (letter && letter !== last.current) onLetter(letter)
    last.current = letter
  }
  return (
    <View className="library__rail" {...unspoken}>
      <View
        id={ID}
        className="library__letters"
        style={{ top: `${statusBarPx + navPx}px` }}
        catchMove
        onTouchStart={find}
        onTouchMove={glide}
      >
        {shown.map(letter => (
          <View
            key={letter}
            className={`library__letter${letter === on ? ' library__letter--on' : ''}`}
            onClick={() => onLetter(letter)}
          >
            {letter}
          </View>
        ))}
      </View>
    </View>
  )
}
