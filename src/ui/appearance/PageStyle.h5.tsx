/// <reference lib="dom" />
import { useEffect } from 'react'
import { useAppearance } from './store'

/** The browser's page root is the body. */
export function PageStyle() {
  const { theme, textScale } = useAppearance()
  useEffect(() => {
    document.body.style.setProperty('--k', String(textScale))
    document.body.classList.toggle('dark', theme === 'dark')
    document.body.classList.toggle('light', theme === 'light')
    document.documentElement.style.colorScheme = theme ?? 'light dark'
  }, [theme, textScale])
  return null
}
