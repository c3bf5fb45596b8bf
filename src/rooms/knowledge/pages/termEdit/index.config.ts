export default definePageConfig({ navigationBarTitleText: '写词条' })
