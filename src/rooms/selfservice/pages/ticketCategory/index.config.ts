export default definePageConfig({ navigationBarTitleText: '工单类别' })
