import { Nav } from '@/ui/nav/Nav'

export default function PrivacyPage() {
  return <Nav title="隐私" />
}
