export default definePageConfig({ navigationBarTitleText: '批量发放' })
