export default definePageConfig({ navigationBarTitleText: '写职位' })
