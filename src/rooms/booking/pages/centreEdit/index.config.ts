export default definePageConfig({ navigationBarTitleText: '介绍与开放时间' })
