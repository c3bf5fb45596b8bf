export default definePageConfig({ navigationBarTitleText: '工单数据', enablePullDownRefresh: true })
