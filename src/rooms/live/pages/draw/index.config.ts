export default definePageConfig({ navigationBarTitleText: '验一验' })
