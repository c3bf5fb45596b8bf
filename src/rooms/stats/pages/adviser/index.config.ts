export default definePageConfig({ navigationBarTitleText: 'Happy Hour 建议' })
